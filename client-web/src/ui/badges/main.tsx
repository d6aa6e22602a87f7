import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import './badges.css';
import { render } from 'preact';
import { MissingLink } from '../parts/Gone';
import { BadgesPage } from './BadgesPage';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const credential = location.hash.slice(1);
const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(credential ? <BadgesPage code={code} credential={credential} /> : <MissingLink />, place);
}
