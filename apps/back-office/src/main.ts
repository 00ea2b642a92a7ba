import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app.config';
import { Root } from './root';

void bootstrapApplication(Root, appConfig);
